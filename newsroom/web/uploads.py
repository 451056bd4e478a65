"""Files on their way in: what is sent beyond the bound is let go as it comes."""

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler

from newsroom.domain.filing import LARGEST


class BoundedUploadHandler(FileUploadHandler):
    """Stands before Django's own handlers and hands them a little more than the bound at most.

    The file then arrives larger than allowed and is refused in words, with the rest of the form as it was typed; a
    broken connection would say nothing.
    """

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        return raw_data if start <= LARGEST else None

    def file_complete(self, file_size: int) -> Any:  # noqa: ARG002 - the next handler has the file
        return None
