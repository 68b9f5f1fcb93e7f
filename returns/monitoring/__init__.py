"""What becomes of people after they returned: visits and calls, the survey and its scores, rules of safe contact."""
