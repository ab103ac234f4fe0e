"""Documents that are to be imported, and why one cannot be read."""

from clustercalls.errors.kinds import Kind

DOCUMENTS: dict[str, Kind] = {
    "document-unknown": Kind(
        "it is neither text, Markdown, HTML, DOCX, PDF nor a mail", "Save it as one of these, then try again."
    ),
    "document-old-word": Kind(
        "it is of an old Word (.doc), or has a password", "Save it as DOCX, without a password."
    ),
    "document-empty": Kind("it has no text", "Look into it: nothing can be understood of it."),
    "document-scan": Kind(
        "its pages ({pages}) are pictures, without text",
        "Let a program that recognises text (OCR) make a PDF with text of it first.",
    ),
    "document-encrypted": Kind("it asks for a password", "Save it without a password, then try again."),
    "document-damaged": Kind("it is damaged, or cut off", "Fetch it once more, or save it anew."),
    "document-too-large": Kind("it is larger than {limit}", "Take out of it what matters, and import that."),
    "document-too-long": Kind(
        "it has more than {letters} letters, {passages} pieces or {pages} pages",
        "Take out of it what matters, and import that.",
    ),
    "document-bomb": Kind("unpacked, it is larger than {limit}", "Nothing of it was unpacked."),
    "document-doctype": Kind(
        "its XML has a DOCTYPE, which no word processor writes", "Save it anew with a word processor."
    ),
    "document-too-slow": Kind(
        "reading it took more than {seconds} seconds", "Take out of it what matters, and import that."
    ),
    "document-too-hungry": Kind(
        "reading it took more memory than {limit}", "Take out of it what matters, and import that."
    ),
    "document-unstarted": Kind("the program that reads it did not start: {reason}", "It was not read."),
    "no-pdf-reader": Kind("pypdf, which reads PDF, is missing", "pip install 'clustercalls[pdf]'"),
}
