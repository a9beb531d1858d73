"""Match names against local governments, schemes and plans: the Reconciliation Service API 0.2 (W3C CG, 2023).

https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/
"""

from saisei_lod.serving.reconciliation.endpoint import routes

__all__ = ["routes"]
