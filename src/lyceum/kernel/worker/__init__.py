"""The process beside the web server that delivers, sends and runs what is queued."""

from lyceum.kernel.worker.site_worker import SiteWorker, work_until_idle

__all__ = ["SiteWorker", "work_until_idle"]
