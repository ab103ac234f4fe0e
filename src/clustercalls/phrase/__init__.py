"""What people type: dates and windows in, EDTF and days out."""
