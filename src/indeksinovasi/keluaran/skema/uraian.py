"""Judul, uraian, dan potongan siap isi pada skema; kalimatnya milik modelnya."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from indeksinovasi.inti.model.daerah import Daerah, HasilTerbit
from indeksinovasi.inti.model.dasar import Model
from indeksinovasi.inti.model.inovasi import Bukti, Inovasi, Verifikasi
from indeksinovasi.inti.model.uraian import Uraian

Json = dict[str, Any]


def tanpa_markdown(markdown: str) -> str:
    """Teks tanpa tanda Markdown, untuk alat yang hanya membaca ``description``."""
    return markdown.replace("`", "").replace("**", "")


def beri(skema: Json, uraian: Uraian) -> Json:
    """*skema* yang didahului judul dan uraiannya."""
    hasil: Json = {
        "title": uraian.judul,
        "description": tanpa_markdown(uraian.isi),
        "markdownDescription": uraian.isi,
        **skema,
    }
    if uraian.contoh:
        hasil["examples"] = list(uraian.contoh)
    if uraian.potongan is not None:
        hasil["defaultSnippets"] = potongan(uraian.judul, uraian.potongan)
    if uraian.pesan_pola:
        hasil["patternErrorMessage"] = uraian.pesan_pola
    return hasil


def potongan(judul: str, isi: Any) -> list[Json]:
    """Satu potongan siap isi; ``${1:…}`` menjadi tempat kursor."""
    return [{"label": f"isi {judul.lower()}", "body": isi}]


def isian_bukti(awal: int) -> Json:
    """Isi satu bukti; tempat kursor bernomor mulai *awal*."""
    isi = {
        "berkas": "bukti/nama-berkas.pdf",
        "nomor": "nomor naskah",
        "tanggal": "TTTT-BB-HH",
        "tentang": "hal naskah",
    }
    return {kunci: f"${{{nomor}:{teks}}}" for nomor, (kunci, teks) in enumerate(isi.items(), awal)}


POTONGAN: Mapping[type[Model], tuple[str, Json]] = {
    Inovasi: (
        "inovasi baru",
        {
            "nama": "${1:Nama inovasi}",
            "status": "${2|draf,terkirim,diterima,ditolak|}",
            "tahapan": "${3|penerapan,uji_coba,inisiatif|}",
            "inisiator": "${4|opd,kepala_daerah,dprd,asn,masyarakat|}",
            "jenis": "${5|digital,non_digital,teknologi|}",
            "bentuk": "${6|pelayanan_publik,tata_kelola,lainnya|}",
            "urusan": "${7:kode urusan}",
            "waktu": {"penerapan": "${8:TTTT-BB-HH}"},
        },
    ),
    Bukti: ("bukti", isian_bukti(1)),
    Verifikasi: (
        "verifikasi",
        {
            "parameter": "${1|0,1,2,3|}",
            "catatan": "${2:alasan}",
            "oleh": "${3:nama tim}",
            "tanggal": "${4:TTTT-BB-HH}",
        },
    ),
    Daerah: (
        "daerah baru",
        {"nama": "${1:Kota Contoh}", "jenis": "${2|kota,kabupaten,provinsi|}", "kode": '"${3:99.71}"'},
    ),
    HasilTerbit: (
        "hasil terbit",
        {
            "tahun": "${1:2024}",
            "jenis": "${2|mandiri,sementara,final,tidak_diketahui|}",
            "skor": "${3:0.00}",
            "sumber": "${4:naskah atau alamat}",
        },
    ),
}
"""Potongan siap isi sebuah model: namanya dan isinya."""
