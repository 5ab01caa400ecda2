"""The application: settings, wiring, the story of a message, the command line and the pages."""
