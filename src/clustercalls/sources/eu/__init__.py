"""The EU Funding & Tenders portal: what its search is asked, and what its answers say.

The search interface is documented at
https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/support/apis; its data may be used again
under CC BY 4.0: "EU Funding & Tenders Portal, © European Union".
"""
