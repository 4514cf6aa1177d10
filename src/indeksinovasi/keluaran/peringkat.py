"""``indeks peringkat --format json``."""

from __future__ import annotations

import json
from collections.abc import Iterable

from indeksinovasi.inti.laporan.peringkat import Peringkat, Peserta
from indeksinovasi.inti.model.temuan import Temuan
from indeksinovasi.keluaran.nilai_json import VERSI_NILAI, IsiJson, angka_json
from indeksinovasi.keluaran.temuan.json import objek_temuan


def teks_json(peringkat: Peringkat, temuan: Iterable[Temuan]) -> str:
    """Dokumen JSON; skor dua desimal, ``predikat`` ``null`` berarti belum dapat ditentukan."""
    metode = peringkat.metode
    isi: IsiJson = {
        "versi_format": VERSI_NILAI,
        "menurut": peringkat.menurut,
        "tahun": peringkat.tahun,
        "dasar": peringkat.dasar,
        "skala": metode.skala if metode else None,
        "metode": {"tahun": metode.tahun, "revisi": metode.revisi, "status": metode.status}
        if metode
        else None,
        "peringkat": [{"peringkat": satu.peringkat, **_objek(satu.peserta)} for satu in peringkat.urutan],
        "tanpa_peringkat": [{**_objek(satu), "alasan": satu.alasan} for satu in peringkat.tanpa_skor],
        "predikat": [{"predikat": nama, "jumlah": banyak} for nama, banyak in peringkat.predikat],
        "temuan": [objek_temuan(satu) for satu in temuan],
    }
    return json.dumps(isi, indent=1) + "\n"


def _objek(peserta: Peserta) -> IsiJson:
    return {
        "kunci": peserta.kunci,
        "nama": peserta.nama,
        "daerah": peserta.daerah._asdict(),
        "opd": peserta.opd,
        "skor": angka_json(peserta.skor, 2),
        "jumlah_inovasi": peserta.jumlah_inovasi,
        "predikat": peserta.predikat,
        "sumber": peserta.sumber,
        "keterangan": peserta.tanda,
        **_sumbangan(peserta),
    }


def _sumbangan(peserta: Peserta) -> IsiJson:
    """Sumbangan satu OPD kepada indeks daerahnya, poin; ``galat_baku`` ``null`` bila eksak."""
    if peserta.sumbangan is None:
        return {}
    return {"sumbangan": {kunci: angka_json(nilai) for kunci, nilai in peserta.sumbangan._asdict().items()}}
