"""The airline as a process: it survives a kill, ends cleanly, and keeps its ledger whole under many callers."""

import contextlib
import re
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import httpx

from tests.travel.sandbox.customer import Customer, start


def test_an_answered_order_survives_a_kill(tmp_path):
    child, url = start(tmp_path)
    customer = Customer(url)
    customer.fault("e500", count=1, endpoint="create_payment")
    order = customer.hold()
    child.send_signal(signal.SIGKILL)
    child.wait()
    child, url = start(tmp_path)
    again = Customer(url)
    assert [one["order_id"] for one in again.ledger()] == [order["id"]]
    assert [again.pay(order).status_code for _ in range(2)] == [500, 201]
    child.terminate()
    assert child.wait(5) == 0


def test_killed_amid_bookings_it_keeps_what_it_answered(tmp_path):
    child, url = start(tmp_path)
    customer = Customer(url)
    wishes = [customer.wish(customer.offer()) for _ in range(12)]
    answered = []

    def book(wish):
        with contextlib.suppress(httpx.HTTPError):
            answered.append(customer.post("/air/orders", wish).json()["data"]["id"])

    with ThreadPoolExecutor(4) as pool:
        for wish in wishes:
            pool.submit(book, wish)
        time.sleep(0.05)
        child.kill()
    child.wait()
    child, url = start(tmp_path)
    assert set(answered) <= {one["order_id"] for one in Customer(url).ledger()}
    child.terminate()
    child.wait(5)


def test_twenty_callers_at_once_book_one_offer_once(customer):
    wish = customer.wish(customer.offer())
    with ThreadPoolExecutor(20) as pool:
        replies = list(pool.map(lambda _: customer.post("/air/orders", wish).status_code, range(20)))
    assert sorted(replies) == [201] + [422] * 19
    assert len(customer.ledger()) == 1


def test_it_closes_while_callers_wait(tmp_path):
    child, url = start(tmp_path)
    customer = Customer(url)
    customer.fault("timeout_before", endpoint="list_orders")
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(customer.http.get, "/air/orders", timeout=20)
        time.sleep(0.3)
        child.terminate()
        assert child.wait(3) == 0
        assert isinstance(waiting.exception(), httpx.RemoteProtocolError)


def test_a_second_airline_on_the_same_folder_is_refused(tmp_path):
    child, _url = start(tmp_path)
    command = [sys.executable, "-m", "travel.sandbox", "--data", str(tmp_path)]
    second = subprocess.run(command, check=False, capture_output=True, text=True, timeout=10)
    assert (second.returncode, "cannot start" in second.stderr) == (1, True)
    child.terminate()
    child.wait(5)


def test_the_command_takes_its_port_from_the_settings(settings, tmp_path):
    command = [sys.executable, "manage.py", "sandbox_airline", "--data", str(tmp_path), "--port", "0"]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=settings.BASE_DIR)
    line = child.stdout.readline()
    url = re.fullmatch(r"Sandbox airline ready: (http://127\.0\.0\.1:\d+)\n", line)[1]
    assert httpx.get(f"{url}/sandbox/health").json()["status"] == "ok"
    child.terminate()
    assert child.wait(5) == 0


def test_the_ledger_can_be_read_from_a_number_or_a_moment(customer):
    first, second = customer.hold(), customer.hold()
    number = customer.ledger()[0]["number"]
    for since in (number, second["created_at"]):
        reply = customer.http.get("/sandbox/ledger", params={"since": since}).json()
        assert [one["order_id"] for one in reply["data"]] == [second["id"]]
    assert reply["meta"]["live"] == 1
    assert first["id"] != second["id"]


def test_the_page_switches_faults(customer):
    asked = {"kind": "ghost", "endpoint": "create_order", "count": "1", "seconds": "", "family_name": "Testinen"}
    assert customer.http.post("/sandbox/switch", data=asked, follow_redirects=True).status_code == 200
    assert customer.book().status_code == 504
    customer.http.post("/sandbox/switch", data={"kind": "slow", "count": "5"})
    customer.http.post("/sandbox/switch", data={"kind": ""})
    assert customer.http.get("/sandbox/faults").json()["data"] == []


def test_the_page_shows_orders_escaped_and_faults(customer):
    customer.fault("slow", match={"family_name": "<script>"})
    wish = customer.wish(customer.offer())
    wish["passengers"][0]["family_name"] = "O'Test"
    customer.post("/air/orders", wish)
    page = customer.http.get("/sandbox/").text
    assert "Amina O&#x27;Test" in page
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
