"""`manage.py drill NAME`: a reliability drill on a stage of its own. Breaks something real; counts lost and doubled."""

import json
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from iomfi.drills import bookings, broker, money
from iomfi.drills.stage import BASE_DIR, environment
from iomfi.local import children

DRILLS = {"bookings": bookings, "broker": broker, "money": money}
PLANTS = [plant for drill in DRILLS.values() for plant in drill.PLANTS]


class Command(BaseCommand):
    """Started twice: first to set the stage's environment, then within it."""

    help = "A reliability drill: breaks something real and counts what was lost or doubled."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which drill, how often, and by which lot."""
        parser.add_argument("name", choices=sorted(DRILLS))
        parser.add_argument("--rounds", type=int, default=1)
        parser.add_argument("--seed", type=int, default=0, help="0: a new one, which the report names")
        parser.add_argument("--plant", default="", choices=["", *PLANTS])
        parser.add_argument("--workers", type=int, default=0, help="0: as many as the drill has by itself")
        parser.add_argument("--json", action="store_true")

    def handle(self, **options) -> None:
        """Exit code 1 when something was lost, doubled or left open."""
        if options["plant"] not in ("", *DRILLS[options["name"]].PLANTS):
            raise CommandError(f"The drill {options['name']} knows no {options['plant']}.")
        sys.exit(self.play(options) if os.environ.get("DRILL") else self.set_stage(options))

    def set_stage(self, options: dict) -> int:
        """A data folder of the drill's own, removed again if the drill passed."""
        folder = Path(tempfile.mkdtemp(prefix="drill-"))
        env = os.environ | environment(folder, options["plant"])
        command = [sys.executable, str(BASE_DIR / "manage.py"), *sys.argv[1:]]
        inner = subprocess.Popen(command, env=env, preexec_fn=children.follow_parent(signal.SIGTERM))  # noqa: PLW1509
        code = inner.wait()
        if code == 0:
            shutil.rmtree(folder, ignore_errors=True)
        else:
            self.stderr.write(f"What happened is in {folder}")
        return code

    def play(self, options: dict) -> int:
        """The drill itself, on its stage."""
        signal.signal(signal.SIGTERM, lambda *_: sys.exit("the drill was stopped"))  # and its stage with it
        chosen = DRILLS[options["name"]]
        result = chosen.drill(
            options["rounds"], options["seed"] or secrets.randbelow(10**9) + 1, options["workers"]
        )  # fmt: skip
        result["plant"] = options["plant"]
        if options["json"]:
            self.stdout.write(json.dumps(result, indent=2))
        else:
            for name, value in result.items():
                self.stdout.write(f"{name}: {value}")
        return 0 if chosen.passed(result) else 1
