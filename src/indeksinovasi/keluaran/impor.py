"""``indeks impor`` di layar dan sebagai JSON: apa yang masuk, apa yang diragukan, apa berikutnya."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from textwrap import wrap
from typing import Any

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
    catatan = list(satu.calon.catatan)
    if satu.calon.dilewati:
        catatan.insert(0, satu.calon.dilewati)
    return {
        "sumber": satu.calon.sumber,
        "baris": satu.calon.baris,
        "id": "/".join(filter(None, (str(tahun), satu.opd, satu.slug))) if satu.slug else satu.calon.id,
        "nasib": satu.nasib,
        "catatan": catatan,
    }


def teks_impor(
    rencana: RencanaImpor,
    tahun: int,
    *,
    coba: bool,
    status_bawaan: str | None,
    tanpa_baris: Mapping[str, int],
    ke: str,
) -> str:
    """Satu layar: yang masuk, yang diragukan, dan langkah berikutnya."""
    return "\n".join(_layar(rencana, tahun, coba, status_bawaan, tanpa_baris, ke)) + "\n"


def _layar(
    rencana: RencanaImpor,
    tahun: int,
    coba: bool,
    status_bawaan: str | None,
    tanpa_baris: Mapping[str, int],
    ke: str,
) -> Iterator[str]:
    apa = "Rencana impor" if coba else "Impor"
    yield f"{apa} {tahun}: {len(rencana.langkah)} baris"
    yield ""
    for nasib, arti in _ARTI_NASIB.items():
        yield f"  {nasib:<9}{rencana.banyak(nasib):>7}  {arti}"
    if rencana.opd_baru:
        yield ""
        yield from _alinea(f"OPD baru pada daerah.yaml: {', '.join(rencana.opd_baru.values())}.")
    if status_bawaan and rencana.banyak("baru"):
        yield from _alinea(
            f"Sumber tidak menyebut status; catatan baru ditulis {status_bawaan} (lihat --status)."
        )
    yield from _diragukan(rencana)
    yield ""
    yield "Lanjut"
    yield from _lanjut(tanpa_baris, ke, tahun, coba=coba)


def _diragukan(rencana: RencanaImpor) -> Iterator[str]:
    ragu = [satu for satu in rencana.langkah if satu.nasib == "dilewati" or satu.calon.catatan]
    if not ragu:
        return
    yield ""
    yield f"Diragukan ({len(ragu)} baris)"
    # Yang dilewati lebih dulu: itulah yang harus dibetulkan.
    for satu in sorted(ragu, key=lambda s: s.nasib != "dilewati")[:RINCIAN_TAMPIL]:
        sebab = "; ".join(filter(None, (satu.calon.dilewati, *satu.calon.catatan)))
        yield from _alinea(f"baris {satu.calon.baris}  {satu.nasib}: {sebab}", "  ", "      ")
    if len(ragu) > RINCIAN_TAMPIL:
        yield f"  … {len(ragu) - RINCIAN_TAMPIL} baris lain; semuanya dengan --format json"


def _lanjut(tanpa_baris: Mapping[str, int], ke: str, tahun: int, *, coba: bool) -> Iterator[str]:
    if coba:
        yield "  Belum ada yang ditulis; ulangi tanpa --coba."
        return
    if tanpa_baris:
        urut = Counter(tanpa_baris).most_common(RINCIAN_TAMPIL)
        daftar = ", ".join(f"{kode} ({banyak})" for kode, banyak in urut)
        lain = f", dan {len(tanpa_baris) - len(urut)} OPD lain" if len(tanpa_baris) > len(urut) else ""
        yield from _alinea(
            f"Baru membawa angka kematangan, belum berbaris indikator: {daftar}{lain}. Kirim lembar isian "
            f"dengan `indeks ekspor {ke} --tahun {tahun} --bentuk isian --opd KODE -o isian.xlsx`.",
            "  ",
            "  ",
        )
    yield f"  indeks validasi {ke}"
    yield f"  indeks nilai {ke}"


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
