"""The command line, run as scripts run it."""
