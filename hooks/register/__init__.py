"""The register: from YAML records to the files of a static site. Knows no MkDocs.

data ─ reading ─ history ─ rules ─ register ─ views ─ pages, exports, search ─ files
"""
