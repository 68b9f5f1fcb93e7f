"""The tables that the portal comes with, read as they lie here. `README.md` says where they come from."""
