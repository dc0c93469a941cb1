"""The base of every model at an edge of the program: it does not change, and takes nothing that it does not know."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
