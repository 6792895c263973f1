"""How the database came to be as it is: one file of `versions/` a change of the tables, run when the server starts."""
