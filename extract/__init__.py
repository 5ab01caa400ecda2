"""Mail in, Findings out: what the client asks for, each with the words it was read from."""
