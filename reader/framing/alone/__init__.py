"""What one article of a comparison has alone, kind by kind."""
