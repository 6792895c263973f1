"""Kills a server at random moments of a stream of edits, and looks for what it had acknowledged.

python -m conformance.killing [--kills 200] [--clients 4] [--seed 1] [--database URL | --postgresql]

Each round starts `hot-designer serve`, lets several clients change templates that they share (typing, operations, moves
of cards, undo, redo), kills the process with SIGKILL, and looks into the database. What has to hold:

- the database is whole: what it says of itself (`PRAGMA integrity_check`, or amcheck on PostgreSQL), and every stored
  text is what its changes make of the first one, byte for byte, and has its hash;
- every acknowledged step is there, once;
- a step that was sent and never acknowledged is there once, or not at all; sent again it is there once.

`--postgresql` runs a server of PostgreSQL of its own in a temporary folder, and kills that one too, every tenth time.
"""
