"""Kesalahan pada templat pengguna; dapat dikenali tanpa memuat jinja2."""

from __future__ import annotations


class GalatTemplat(Exception):
    """Templat pengguna tidak dapat dijalankan: nama, baris (``None`` bila tidak diketahui), dan sebabnya."""

    def __init__(self, nama: str, baris: int | None, sebab: str) -> None:
        super().__init__(nama, baris, sebab)
        self.nama = nama
        self.baris = baris
        self.sebab = sebab

    @property
    def letak(self) -> str:
        """``berkas:baris`` bila barisnya diketahui."""
        return self.nama if self.baris is None else f"{self.nama}:{self.baris}"
