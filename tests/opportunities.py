"""Opportunities as CommonGrants has them, made up; what is valid by its own library is judged by that."""

from typing import Any

from common_grants_sdk.schemas.pydantic import OpportunityBase

from clustercalls.common_grants import custom_fields

Opportunity = dict[str, Any]

ID = "30a12e5e-5940-4c08-921c-17a8960fcf4b"
AT = "2026-11-01T09:00:00Z"


def opportunity(number: int = 0, **fields: object) -> Opportunity:
    """One of which only what has to be there is said, and these."""
    made: Opportunity = {
        "id": f"{ID[:-4]}{number:04}",
        "title": f"Opportunity {number}",
        "description": "What it is.",
        "status": {"value": "open"},
        "createdAt": AT,
        "lastModifiedAt": AT,
    }
    return valid({**made, **fields})


def valid(made: Opportunity) -> Opportunity:
    """The same, when its own library takes it.

    Raises:
        pydantic.ValidationError: when it does not.
    """
    OpportunityBase.model_validate(made)
    return made


def on(day: str, name: str = "Date", time: str | None = None) -> Opportunity:
    """A day as an opportunity has it."""
    return {"name": name, "eventType": "singleDate", "date": day, **({"time": time} if time else {})}


def between(first: str, last: str, name: str = "Dates", **hours: str) -> Opportunity:
    """A stretch of days as an opportunity has it."""
    return {"name": name, "eventType": "dateRange", "startDate": first, "endDate": last, **hours}


def money(amount: str, currency: str = "EUR") -> Opportunity:
    """An amount as an opportunity has it."""
    return {"amount": amount, "currency": currency}


def page(*items: Opportunity, pages: int = 1) -> Opportunity:
    """What a server answers who is asked for a list."""
    about = {"page": 1, "pageSize": 10, "totalItems": len(items), "totalPages": pages}
    return {"status": 200, "message": "Success", "items": [*items], "paginationInfo": about}


def of_ours(kind: str, table: Opportunity) -> Opportunity:
    """An opportunity of an entry, with our custom fields; the rest as it can be said there."""
    return opportunity(
        7, title=table["title"], description=table.get("summary", ""), customFields=custom_fields(kind, table)
    )
