"""The site-rule language: how a shop's pages are read where the general readers fall short."""

from earmark.sites.load import FILE, load
from earmark.sites.model import Site
from earmark.sites.read import SiteReading, ignore, read, site_of
from earmark.sites.scope import Sites

__all__ = ["FILE", "Site", "SiteReading", "Sites", "ignore", "load", "read", "site_of"]
