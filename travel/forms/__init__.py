"""What a person may type about journeys. Forms check and say what is wrong; actions write."""
