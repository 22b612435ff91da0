"""How well the kit answers what people type, beside two references: `make relevance`."""
