"""What people decided, played over what the machine read: which decisions stand, what they change, and where they conflict."""
