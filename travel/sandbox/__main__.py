"""`python -m travel.sandbox`: the airline without Django, for drills that start and kill it often."""

import argparse

from travel.sandbox.program import add_flags, run

if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="sandbox_airline", description=run.__doc__)
    add_flags(parser)
    run(parser.parse_args())
