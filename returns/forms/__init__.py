"""What people may type about returns and grants."""
