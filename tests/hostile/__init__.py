"""Mail that nobody should have to read: a generator of hostile and odd messages, and what reading them promises."""
