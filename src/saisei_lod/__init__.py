"""Turn published 地域再生計画 (regional revitalisation plans) into validated linked open data."""

__all__ = ["installed_version"]


def installed_version() -> str:
    """Return the version of the installed package.

    It is looked up when asked for: the look-up takes longer than all else that help needs.
    """
    from importlib.metadata import version  # noqa: PLC0415

    return version("saisei-lod")
