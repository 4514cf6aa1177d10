"""JSON Schema 2020-12 untuk penyunting, disusun dari model dan berkas tahun; menerima yang diterima pembaca.

Yang tidak dapat dibedakan JSON Schema: 2.0 dari 2, dan kunci peta ``"2023"`` dari ``2023``. Pemeriksaan penuh
adalah ``indeks validasi``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Literal

from indeksinovasi.inti.ejaan import tanggal_id
from indeksinovasi.inti.model.daerah import Daerah, HasilResmi
from indeksinovasi.inti.model.dasar import Model
from indeksinovasi.inti.model.inovasi import Entri, Inovasi
from indeksinovasi.inti.model.metode import Metode
from indeksinovasi.inti.model.spd import Spd
from indeksinovasi.keluaran.skema.indikator import Kosakata, skema_baris
from indeksinovasi.keluaran.skema.tipe import PenyusunSkema, uraian_kunci
from indeksinovasi.keluaran.skema.uraian import Json, beri, tanpa_markdown
from indeksinovasi.keluaran.teks import angka_rapi

DIALEK = "https://json-schema.org/draft/2020-12/schema"
Jenis = Literal["inovasi", "spd", "daerah", "hasil-resmi", "metode"]


def tulis(skema: Json) -> str:
    """Skema sebagai teks JSON yang dapat dibaca dan dibandingkan baris demi baris."""
    return json.dumps(skema, ensure_ascii=False, indent=2) + "\n"


def skema_daerah() -> Json:
    """Skema ``daerah.yaml``."""
    return _akar(
        "daerah", "Daerah", "Identitas pemerintah daerah, perangkat daerah, dan target inovasi.", Daerah
    )


def skema_hasil_resmi() -> Json:
    """Skema ``hasil_resmi.yaml``."""
    return _akar(
        "hasil-resmi", "Hasil resmi", "Hasil yang pernah diterbitkan, beserta sumbernya.", HasilResmi
    )


def skema_metode() -> Json:
    """Skema berkas tahun ``indikator/<tahun>.yaml``; isinya diperiksa ``indeks metode periksa``."""
    return _akar("metode", "Metode satu tahun", "Aturan satu tahun pengukuran, atau lomba daerah.", Metode)


def skema_inovasi(kosakata: Kosakata, metode: Sequence[Metode], tahun: int | None) -> Json:
    """Skema berkas inovasi *tahun* (``None``: gabungan semua tahun).

    *kosakata*: kunci SID yang dikenal. *metode*: metode tahun itu, atau semua metode dari yang terbaru; yang
    pertama menjadi sumber keterangan.
    """
    penyusun = PenyusunSkema()
    skema = _akar(
        "inovasi", "Inovasi", "Satu inovasi: satu berkas di `<tahun>/<opd>/`.", Inovasi, tahun, penyusun
    )
    isi = skema["properties"]
    baris = skema_baris(penyusun, kosakata, metode, "sid")
    isi["indikator"] = beri(baris, uraian_kunci(Inovasi, "indikator"))
    _kelayakan(skema, metode[0])
    penyusun.defs.pop(Entri.__name__, None)
    return skema


def skema_spd(kosakata: Kosakata, metode: Sequence[Metode], tahun: int | None) -> Json:
    """Skema ``spd.yaml`` *tahun*; tanpa tabel SPD (*kosakata* kosong) semua kunci indikator diterima."""
    penyusun = PenyusunSkema()
    uraian = "Indikator tingkat daerah (Satuan Pemerintah Daerah) satu tahun, atau skor jadinya."
    skema = _akar("spd", "SPD", uraian, Spd, tahun, penyusun)
    if kosakata:
        baris = skema_baris(penyusun, kosakata, metode, "spd")
        skema["properties"]["indikator"] = beri(baris, uraian_kunci(Spd, "indikator"))
        penyusun.defs.pop(Entri.__name__, None)
    puncak = metode[0].maksimum.spd
    if puncak and puncak.nilai is not None:
        _tambah(
            skema["properties"]["total"], f"Paling tinggi {angka_rapi(puncak.nilai)} pada {metode[0].tahun}."
        )
    return skema


def _akar(
    jenis: Jenis,
    judul: str,
    isi: str,
    model: type[Model],
    tahun: int | None = None,
    penyusun: PenyusunSkema | None = None,
) -> Json:
    penyusun = penyusun or PenyusunSkema()
    skema = penyusun.model(model)
    akhir = f":{tahun}" if tahun else ""
    return {
        "$schema": DIALEK,
        "$id": f"urn:indeksinovasi:skema:{jenis}{akhir}",
        "title": f"{judul} {tahun}" if tahun else judul,
        "description": tanpa_markdown(isi),
        "markdownDescription": isi,
        **skema,
        "$defs": penyusun.defs,
    }


def _kelayakan(skema: Json, metode: Metode) -> None:
    """Tambahkan syarat tahun itu pada uraian tanggal, rancang bangun, dan tema."""
    syarat, tahun, isi = metode.kelayakan, metode.tahun, skema["properties"]
    waktu = skema["$defs"]["Waktu"]["properties"]
    if jendela := syarat.penerapan:
        rentang = (
            f"{tanggal_id(jendela.mulai)} s.d. {tanggal_id(jendela.sampai)} (kepastian {jendela.kepastian})"
        )
        _tambah(waktu["penerapan"], f"Jendela {tahun}: {rentang}.")
        if syarat.pengembangan_dalam_jendela:
            _tambah(waktu["pengembangan"], f"{tahun}: inovasi lama diterima bila dikembangkan {rentang}.")
    if syarat.rancang_bangun_min_kata:
        _tambah(isi["rancang_bangun"], f"Paling sedikit {syarat.rancang_bangun_min_kata} kata pada {tahun}.")
    if syarat.tematik:
        _tambah(isi["tematik"], f"Tema {tahun}: {'; '.join(syarat.tematik)}.")


def _tambah(skema: Json, kalimat: str) -> None:
    for kunci in ("description", "markdownDescription"):
        skema[kunci] = f"{skema[kunci]} {kalimat}"
