"""``indeks impor`` di layar dan sebagai JSON: apa yang masuk, apa yang diragukan, apa berikutnya."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from textwrap import wrap
from types import MappingProxyType
from typing import Any, NamedTuple

from indeksinovasi.inti.ejaan import kutip
from indeksinovasi.inti.model.impor import Nasib, NasibBaris, RencanaImpor
from indeksinovasi.inti.model.temuan import Temuan
from indeksinovasi.inti.model.tulisan import Tulisan
from indeksinovasi.inti.tulis_yaml import tulis_yaml
from indeksinovasi.keluaran.teks import aman
from indeksinovasi.keluaran.temuan.json import objek_temuan
from indeksinovasi.keluaran.tulisan import objek_tulisan

LEBAR = 80
RINCIAN_TAMPIL = 10
_ARTI_NASIB: dict[Nasib, str] = {
    "baru": "catatan baru",
    "digabung": "melengkapi catatan yang ada",
    "sama": "tidak mengubah apa pun",
    "dilewati": "sebabnya di bawah",
}


def json_impor(
    rencana: RencanaImpor, tahun: int, temuan: Iterable[Temuan], tulisan: Iterable[Tulisan]
) -> str:
    """Dokumen JSON menurut kontrak: ``impor``, ``rincian``, ``tulis``, ``temuan``."""
    isi: dict[str, Any] = {
        "versi_format": 1,
        "impor": {
            "baris": len(rencana.langkah),
            **{nasib: rencana.banyak(nasib) for nasib in ("baru", "digabung", "sama", "dilewati")},
            "opd_baru": list(rencana.opd_baru),
        },
        "rincian": [_rincian(satu, tahun) for satu in rencana.langkah],
        "tulis": objek_tulisan(tulisan),
        "temuan": [objek_temuan(satu) for satu in temuan],
    }
    return json.dumps(isi, ensure_ascii=False) + "\n"


def _rincian(satu: NasibBaris, tahun: int) -> dict[str, Any]:
    catatan = _sebab(satu)
    return {
        "sumber": satu.calon.sumber,
        "baris": satu.calon.baris,
        "id": "/".join(filter(None, (str(tahun), satu.opd, satu.slug))) if satu.slug else satu.calon.id,
        "nasib": satu.nasib,
        "catatan": catatan,
    }


def _sebab(satu: NasibBaris) -> list[str]:
    """Sebab dilewati lebih dulu, lalu catatan lain; yang sudah termuat di sebabnya tidak diulang."""
    sebab = satu.calon.dilewati
    catatan = [isi for isi in satu.calon.catatan if sebab is None or isi not in sebab]
    return catatan if sebab is None else [sebab, *catatan]


class LayarImpor(NamedTuple):
    """Keterangan di samping rencananya; ``tanpa_baris`` dan ``nama_opd`` menurut kode OPD."""

    tahun: int
    ke: str
    coba: bool = False
    status_bawaan: str | None = None
    tanpa_baris: Mapping[str, int] = MappingProxyType({})
    nama_opd: Mapping[str, str] = MappingProxyType({})


def teks_impor(rencana: RencanaImpor, layar: LayarImpor) -> str:
    """Satu layar: yang masuk, yang diragukan, dan langkah berikutnya."""
    return "\n".join(_layar(rencana, layar)) + "\n"


def _layar(rencana: RencanaImpor, layar: LayarImpor) -> Iterator[str]:
    apa = "Rencana impor" if layar.coba else "Impor"
    yield f"{apa} {layar.tahun}: {len(rencana.langkah)} baris"
    yield ""
    if not rencana.langkah:
        yield "  Tidak ada satu baris pun di sumbernya; periksa lembar atau formulirnya."
    for nasib, arti in _ARTI_NASIB.items():
        if rencana.banyak(nasib):
            yield f"  {nasib:<9}{rencana.banyak(nasib):>7}  {arti}"
    if rencana.opd_baru:
        yield ""
        yield from _alinea(f"OPD baru pada daerah.yaml: {', '.join(rencana.opd_baru.values())}.")
    if layar.status_bawaan and rencana.banyak("baru"):
        yield from _alinea(
            f"Sumber tidak menyebut status; catatan baru ditulis {layar.status_bawaan} (lihat --status)."
        )
    yield from _diragukan(rencana)
    yield ""
    yield "Lanjut"
    yield from _lanjut(layar)


def _diragukan(rencana: RencanaImpor) -> Iterator[str]:
    ragu = [satu for satu in rencana.langkah if satu.nasib == "dilewati" or satu.calon.catatan]
    if not ragu:
        return
    yield ""
    yield f"Diragukan ({len(ragu)} baris)"
    # Yang dilewati lebih dulu: itulah yang harus dibetulkan.
    for satu in sorted(ragu, key=lambda s: s.nasib != "dilewati")[:RINCIAN_TAMPIL]:
        nama = satu.calon.isi.get("nama")
        judul = f" {kutip(nama)}" if nama else ""
        sebab = "; ".join(_sebab(satu))
        yield from _alinea(f"baris {satu.calon.baris}{judul} {satu.nasib}: {sebab}", "  ", "      ")
    if len(ragu) > RINCIAN_TAMPIL:
        yield f"  … {len(ragu) - RINCIAN_TAMPIL} baris lain; semuanya dengan --format json"


def _lanjut(layar: LayarImpor) -> Iterator[str]:
    if layar.coba:
        yield "  Belum ada yang ditulis; ulangi tanpa --coba."
        return
    if layar.tanpa_baris:
        yield from _alinea("Baru membawa angka kematangan; minta baris indikatornya:", "  ", "  ")
        urut = sorted(layar.tanpa_baris.items(), key=lambda satu: (-satu[1], satu[0]))
        for kode, banyak in urut[:RINCIAN_TAMPIL]:
            yield from _alinea(f"{layar.nama_opd.get(kode, kode)}: {banyak} (kode {kode})", "    ", "      ")
        if len(urut) > RINCIAN_TAMPIL:
            yield f"    … {len(urut) - RINCIAN_TAMPIL} OPD lain"
        ekspor = f"indeks ekspor {layar.ke} --tahun {layar.tahun} --bentuk isian --opd KODE -o KODE.xlsx"
        yield from _alinea(ekspor, "  ", "      ")
    yield f"  indeks validasi {layar.ke}"
    yield f"  indeks nilai {layar.ke} --tahun {layar.tahun}"


def _alinea(teks: str, inden: str = "", lanjut: str = "") -> list[str]:
    return wrap(
        aman(teks),
        LEBAR,
        initial_indent=inden,
        subsequent_indent=lanjut,
        break_on_hyphens=False,
        break_long_words=False,
    )


def teks_peta(usul: Mapping[str, Any]) -> str:
    """Usul peta sebagai YAML yang dapat disunting; satu-satunya isi stdout."""
    return tulis_yaml(usul)
