"""What every part of the server works with: the release, and the workers that answer on it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import msgspec

from saisei_lod.errors import Bilingual, EnvironmentFault, InputError
from saisei_lod.querying.indexing import index_folder
from saisei_lod.serving.addresses import Addresses
from saisei_lod.serving.keeping import Kept
from saisei_lod.serving.known import Known
from saisei_lod.serving.limits import Limits
from saisei_lod.serving.messages import Answer, Ask, Facts, Lookup, Refused, Reply
from saisei_lod.serving.pool import Pool
from saisei_lod.serving.process import DiedError
from saisei_lod.serving.release import Release
from saisei_lod.serving.scanning import is_constant

__all__ = ["Service"]


class Service:
    """A release being served. ``facts`` and ``addresses`` are known once it is open."""

    def __init__(self, release: Release, limits: Limits) -> None:
        self.release = release
        self.limits = limits
        self.facts = Facts(Bilingual("", ""), "", (), (), 0)
        self.addresses = Addresses("")
        self.pool = Pool(release.index, limits, self._prepare)
        self._kept = Kept(limits.kept)
        self._known = Known()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Have the workers run; EnvironmentFault where they cannot."""
        try:
            await self.pool.open()
            self.facts = await self.pool.survey()
            self.addresses = Addresses(self.facts.catalog, self.facts.downloads, self.release.files)
            yield
        except DiedError as error:
            raise EnvironmentFault(
                Bilingual(
                    "問い合わせの処理を始められませんでした。",
                    "The processes that answer queries do not start.",
                ),
                where=str(self.release.index),
                todo=Bilingual(
                    "メモリーと開けるファイル数の制限(ulimit)を確かめてください。",
                    "See the limits on memory and open files (ulimit).",
                ),
            ) from error
        finally:
            await self.pool.close()

    def _prepare(self) -> None:
        """Build the index again where it was cut short, as long as the release is the one that is served."""
        try:
            index_folder(self.release.folder)
        except (InputError, EnvironmentFault, OSError):
            return  # the worker that is started next says that there is no index

    async def ask(self, ask: Ask) -> Reply:
        """Return the answer to a client's query, or why there is none."""
        if not is_constant(ask.text):
            return await self.pool.ask(ask)
        return await self._kept.reply(ask, lambda: self._new(ask))

    async def _new(self, ask: Ask) -> Reply:
        return await (self.pool.known(ask) if ask.text in self._known else self.pool.ask(ask))

    async def look_up(self, lookup: Lookup) -> Reply:
        """Return what is at a path."""
        return await self._kept.reply(lookup, lambda: self.pool.look_up(lookup))

    async def rows(self, text: str) -> list[dict[str, str]] | Refused:
        """Return the rows of a SELECT query of the server's own that is known to be quick, values as strings."""
        ask = Ask(text)
        reply = await self._kept.reply(ask, lambda: self.pool.cheap(ask))
        if not isinstance(reply, Answer):
            return reply if isinstance(reply, Refused) else Refused(500, Bilingual("", ""))
        found: dict[str, Any] = await asyncio.to_thread(msgspec.json.decode, reply.body)
        bindings = found["results"]["bindings"]
        return [{name: term["value"] for name, term in row.items()} for row in bindings]
