"""Documents that people have, read as their passages: text, Markdown, HTML, DOCX, PDF and mail."""
