"""Tables (CSV, workbooks) to candidates, a row each, by what their headings say."""
