"""Siapa yang dihitung: status, jendela penerapan, dan alasannya.

Jendela selalu milik tahun catatan, juga ketika nilai dihitung dengan metode tahun lain.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal, NamedTuple

from indeksinovasi.inti.ejaan import tanggal_id
from indeksinovasi.inti.model.hasil import Golongan
from indeksinovasi.inti.model.inovasi import Inovasi
from indeksinovasi.inti.model.metode import Kelayakan


class Kedudukan(NamedTuple):
    """Golongan satu inovasi, alasan bila tidak dihitung, dan catatan bila dihitung dengan keraguan."""

    golongan: Golongan
    alasan: str | None = None
    catatan: Literal["tanpa_tanggal", "diterima_di_luar_jendela", "diabaikan"] | None = None


def di_luar_jendela(
    inovasi: Inovasi, kelayakan: Kelayakan | None, tulis: Callable[[date], str] = tanggal_id
) -> str | None:
    """Alasan inovasi di luar jendela penerapan, dengan tanggal menurut *tulis*; ``None`` bila di dalam, atau
    bila tidak dapat dinilai.
    """
    jendela = kelayakan.penerapan if kelayakan else None
    penerapan = inovasi.waktu.penerapan
    if (
        kelayakan is None
        or jendela is None
        or penerapan is None
        or jendela.mulai <= penerapan <= jendela.sampai
    ):
        return None
    rentang = f"{tulis(jendela.mulai)} s.d. {tulis(jendela.sampai)}"
    alasan = f"penerapan {tulis(penerapan)} di luar {rentang}"
    if not kelayakan.pengembangan_dalam_jendela:
        return alasan
    pengembangan = inovasi.waktu.pengembangan
    if pengembangan is None:
        return f"{alasan} dan tidak ada tanggal pengembangan"
    if jendela.mulai <= pengembangan <= jendela.sampai:
        return None
    return f"{alasan} dan pengembangan {tulis(pengembangan)} juga di luarnya"


def kedudukan(
    inovasi: Inovasi, kelayakan: Kelayakan | None, *, sertakan_draf: bool, abaikan_kelayakan: bool
) -> Kedudukan:
    """Golongan *inovasi* menurut status dan *kelayakan* tahun catatannya."""
    luar = di_luar_jendela(inovasi, kelayakan)
    match inovasi.status:
        case "ditolak":
            return Kedudukan("ditolak", "status ditolak")
        case "draf" if not sertakan_draf:
            return Kedudukan("draf", "status draf")
        case "diterima":
            return Kedudukan(
                "terhitung", None, "diterima_di_luar_jendela" if luar else _tanpa_tanggal(inovasi, kelayakan)
            )
    if luar and not abaikan_kelayakan:
        return Kedudukan("tidak_layak", luar)
    return Kedudukan("terhitung", None, "diabaikan" if luar else _tanpa_tanggal(inovasi, kelayakan))


def _tanpa_tanggal(inovasi: Inovasi, kelayakan: Kelayakan | None) -> Literal["tanpa_tanggal"] | None:
    tanpa = inovasi.waktu.penerapan is None or kelayakan is None or kelayakan.penerapan is None
    return "tanpa_tanggal" if tanpa else None
