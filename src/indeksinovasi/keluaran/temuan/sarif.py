"""SARIF 2.1.0 (OASIS, errata 01) untuk pemindaian kode GitHub, GitLab, dan penyunting."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from indeksinovasi import __version__
from indeksinovasi.inti.katalog import KATALOG, KELUARGA
from indeksinovasi.inti.model.temuan import Temuan, TingkatTemuan
from indeksinovasi.keluaran.teks import aman
from indeksinovasi.keluaran.temuan.laporan import LaporanTemuan

VERSI = "2.1.0"
SKEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVEL: dict[TingkatTemuan, str] = {"galat": "error", "peringatan": "warning", "saran": "note"}
_MUTLAK = re.compile(r"/|[A-Za-z]:/")
_TAUTAN = re.compile(r"\[(?=[^\]]*\]\()")

Objek = dict[str, object]


def potong(laporan: LaporanTemuan) -> Iterator[str]:
    """Potongan dokumen SARIF: kepala, satu hasil satu baris, penutup."""
    kode = sorted({satu.kode for satu in laporan.urut})
    rules = [_aturan(satu) for satu in kode]
    alat = {"driver": {"name": "indeks", "version": __version__, "language": "id", "rules": rules}}
    yield f'{{"$schema": {json.dumps(SKEMA)}, "version": "{VERSI}", "runs": [{{"tool": {json.dumps(alat)},\n'
    yield f'"columnKind": "unicodeCodePoints", "invocations": {json.dumps([_jalan(laporan)])}, "results": ['
    pemisah = "\n"
    for temuan in laporan.urut:
        yield pemisah + json.dumps(
            _hasil(temuan, kode.index(temuan.kode), alamat(laporan.alamat(temuan.berkas)))
        )
        pemisah = ",\n"
    yield "\n]}]}\n"


def _jalan(laporan: LaporanTemuan) -> Objek:
    catatan = [{"level": "note", "message": {"text": _pesan(satu)}} for satu in laporan.catatan]
    return {"executionSuccessful": True, "toolExecutionNotifications": catatan}


def _aturan(kode: str) -> Objek:
    if kode not in KATALOG:
        return {"id": kode}
    entri = KATALOG[kode]
    contoh = f"Salah:\n\n```yaml\n{entri.salah}\n```\n\nBenar:\n\n```yaml\n{entri.benar}\n```"
    bantuan = f"{entri.penjelasan}\n\n{entri.petunjuk}\n\nAlasan: {entri.alasan}"
    return {
        "id": kode,
        "name": kode,
        "shortDescription": {"text": entri.judul},
        "fullDescription": {"text": entri.penjelasan},
        "help": {"text": bantuan, "markdown": f"{bantuan}\n\n{contoh}"},
        "defaultConfiguration": {"level": LEVEL[entri.tingkat]},
        "properties": {"tags": [KELUARGA[kode[:3]]]},
    }


def _hasil(temuan: Temuan, urutan: int, artefak: Objek) -> Objek:
    tempat: Objek = {
        "physicalLocation": {
            "artifactLocation": artefak,
            "region": {"startLine": temuan.baris, "startColumn": temuan.kolom},
        }
    }
    if temuan.jalur:
        tempat["logicalLocations"] = [{"fullyQualifiedName": temuan.jalur}]
    hasil: Objek = {
        "ruleId": temuan.kode,
        "ruleIndex": urutan,
        "level": LEVEL[temuan.tingkat],
        "message": {
            "text": _pesan(f"{temuan.pesan}. {temuan.petunjuk}" if temuan.petunjuk else temuan.pesan)
        },
        "locations": [tempat],
    }
    if temuan.perbaikan.suntingan:
        hasil["fixes"] = [_perbaikan(temuan, artefak)]
    return hasil


def _perbaikan(temuan: Temuan, artefak: Objek) -> Objek:
    ganti = [
        {
            "deletedRegion": {
                "startLine": satu.baris,
                "startColumn": satu.kolom,
                "endLine": satu.baris_akhir,
                "endColumn": satu.kolom_akhir,
            },
            "insertedContent": {"text": satu.teks},
        }
        for satu in temuan.perbaikan.suntingan
    ]
    return {
        "description": {"text": _pesan(temuan.petunjuk or temuan.pesan)},
        "artifactChanges": [{"artifactLocation": artefak, "replacements": ganti}],
    }


def _pesan(teks: str) -> str:
    """Teks pesan: kurung kurawal digandakan (§3.11.5), kurung siku mirip tautan diluputkan (§3.11.6)."""
    return _TAUTAN.sub(r"\\[", aman(teks).replace("{", "{{").replace("}", "}}"))


def alamat(berkas: str) -> Objek:
    """Letak *berkas*: URI relatif terhadap akar sumber, atau ``file://`` bila jalurnya mutlak.

    Disandikan persen; nama yang bukan UTF-8 tetap utuh bita demi bita.
    """
    from urllib.parse import quote

    if _MUTLAK.match(berkas):
        return {"uri": f"file:///{quote(berkas.lstrip('/'), safe='/:', errors='surrogateescape')}"}
    return {"uri": quote(berkas, safe="/", errors="surrogateescape"), "uriBaseId": "%SRCROOT%"}
