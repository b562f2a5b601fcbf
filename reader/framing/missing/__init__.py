"""What other articles of an event have and one never says."""
