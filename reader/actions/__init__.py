"""What a person can ask for, as functions over a workspace; both front ends call these."""
