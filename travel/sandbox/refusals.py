"""Why a call is refused, in Duffel's words and error envelope."""

DOCUMENTATION = "https://duffel.com/docs/api/overview/errors"


class Refusal(Exception):
    """One error of the API: status, type, code and a sentence; its title is the code in words."""

    def __init__(self, status: int, kind: str, code: str, message: str, field: str = "") -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.error = {"type": kind, "code": code, "title": code.replace("_", " ").capitalize(), "message": message}
        self.error["documentation_url"] = DOCUMENTATION
        if field:
            self.error["source"] = {"field": field.rsplit("/", 1)[-1], "pointer": f"/{field}"}

    def envelope(self, request_id: str) -> dict:
        """The body of the answer."""
        return {"errors": [self.error], "meta": {"status": self.status, "request_id": request_id}}


def missing(field: str) -> Refusal:
    """A required field is not there."""
    return Refusal(422, "validation_error", "validation_required", f"Field '{field}' can't be blank", field)


def invalid(field: str, message: str, code: str = "validation_format") -> Refusal:
    """A field is there and wrong."""
    return Refusal(422, "validation_error", code, message, field)


def wrong_state(code: str, message: str) -> Refusal:
    """The thing is not in a state that allows this."""
    return Refusal(422, "invalid_state_error", code, message)


def not_found() -> Refusal:
    """No such thing, or one that the API does not know of."""
    return Refusal(404, "invalid_request_error", "not_found", "The resource you are trying to access does not exist.")


def unauthorised(code: str = "access_token_not_found") -> Refusal:
    """The bearer token is missing or not ours."""
    return Refusal(401, "authentication_error", code, "The access token used is missing or not recognised.")


def broken(status: int, code: str, message: str, kind: str = "api_error") -> Refusal:
    """Something failed on the airline's side: whether the call took effect is not said."""
    return Refusal(status, kind, code, message)
