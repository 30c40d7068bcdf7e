"""The BentoML skin over Predictor: ``POST /predict``, with BentoML's own ``/livez``, ``/readyz`` and ``/metrics``."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, Self

import bentoml
from starlette.responses import Response

from data.errors import BadInput
from data.schema import Conversation, Opening, Resolver
from serving.answer import Answer
from serving.documentation import pages
from serving.door import Door
from serving.problems import from_bad_input, response
from serving.request import EXAMPLE, PredictRequest

if TYPE_CHECKING:
    from starlette.requests import Request

BUNDLE = "serving/out/bundle"


class Predicts(Protocol):
    """What the service needs of a predictor."""

    def predict(
        self,
        conversation: Conversation,
        resolvers: Sequence[Resolver] | None = None,
        recent: Sequence[Opening] | None = None,
    ) -> Answer:
        """Answer for one conversation."""
        ...


class Checked(PredictRequest, bentoml.IODescriptor):  # type: ignore[misc]
    """A request as the door let it in; BentoML would parse and validate the body once more."""

    @classmethod
    async def from_http_request(cls, request: Request, serde: object) -> Self:
        """Take the request that the door validated."""
        checked: Self = request.state.predict_request
        return checked


def build(load: Callable[[], Predicts]) -> bentoml.Service[Any]:
    """Make the service around whatever ``load`` gives when the process starts."""
    # BentoML reports usage to its makers unless this is set before it serves.
    os.environ["BENTOML_DO_NOT_TRACK"] = "true"

    class Escalation:
        """Predicts whether a conversation escalates and who should take it."""

        def __init__(self) -> None:
            self.predictor = load()
            # The first request must not pay for what is loaded lazily.
            self.predictor.predict(PredictRequest.model_validate(EXAMPLE).conversation)

        @bentoml.api(route="/predict", output_spec=Answer)  # type: ignore[untyped-decorator]
        def predict(self, asked: Checked, /) -> Answer | Response:
            """Answer for one conversation."""
            try:
                answer = self.predictor.predict(asked.conversation, asked.resolvers, asked.recent)
                return answer.model_copy(update={"put_aside": asked.put_aside})
            except BadInput as error:
                return response(from_bad_input(error))

    service = bentoml.service(name="escalation", workers=1, traffic={"timeout": 600})(Escalation)
    service.mount_asgi_app(pages(), path="/")
    service.add_asgi_middleware(Door)
    return service


def load_bundle() -> Predicts:
    """Load the bundle that ``ESCALATION_BUNDLE`` names."""
    from serving.predictor import Predictor
    from training.tracking import registered

    return Predictor(Path(os.environ.get("ESCALATION_BUNDLE", BUNDLE)), registered=registered)


escalation = build(load_bundle)
