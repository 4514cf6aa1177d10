"""Baris indikator dalam skema: tiap kunci dengan bentuk faktanya dan kalimat pedoman tahunnya."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from indeksinovasi.inti.metode.uraian_aturan import ButirAturan, contoh_fakta, tulis_fakta, uraikan_aturan
from indeksinovasi.inti.model.aturan import TINGKAT_POSITIF, AturanJumlah
from indeksinovasi.inti.model.dasar import Aspek
from indeksinovasi.inti.model.fakta import Bentuk
from indeksinovasi.inti.model.inovasi import Entri
from indeksinovasi.inti.model.metode import Indikator, Metode
from indeksinovasi.inti.model.uraian import Uraian
from indeksinovasi.keluaran.jelaskan import ciri
from indeksinovasi.keluaran.skema.fakta import skema_fakta
from indeksinovasi.keluaran.skema.tipe import PenyusunSkema, boleh_kosong, skema_pilihan, uraian_kunci
from indeksinovasi.keluaran.skema.uraian import Json, beri, isian_bukti
from indeksinovasi.keluaran.teks import angka_rapi

Kosakata = Mapping[str, Bentuk | None]
"""Kunci indikator yang dikenal dan bentuk faktanya; ``None``: bentuk apa pun."""


class BarisKunci(NamedTuple):
    """Sebuah kunci pada ``tahun`` catatan, dan baris tabel beserta metodenya bila ada yang memuatnya."""

    kode: str
    tahun: int
    milik: Indikator | None
    metode: Metode | None

    @property
    def tahun_tabel(self) -> int:
        """Tahun tabel yang dikutip."""
        return self.metode.tahun if self.metode else self.tahun


def skema_baris(penyusun: PenyusunSkema, kosakata: Kosakata, metode: Sequence[Metode], aspek: Aspek) -> Json:
    """Isi ``indikator``: satu entri tiap kunci; kalimatnya dari tabel pertama di *metode* yang memuatnya."""
    entri = penyusun.model(Entri)
    return {
        "type": "object",
        "properties": {
            kode: _entri(entri, _cari(kode, metode, aspek), bentuk) for kode, bentuk in kosakata.items()
        },
        "additionalProperties": False,
    }


def _cari(kode: str, metode: Sequence[Metode], aspek: Aspek) -> BarisKunci:
    for satu in metode:
        for milik in satu.aspek(aspek):
            if milik.kode == kode:
                return BarisKunci(kode, metode[0].tahun, milik, satu)
    return BarisKunci(kode, metode[0].tahun, None, None)


def _entri(dasar: Json, baris: BarisKunci, bentuk: Bentuk | None) -> Json:
    judul = baris.milik.nama if baris.milik else _uraian_fakta(bentuk).judul
    skema = {
        **dasar,
        "properties": {
            **dasar["properties"],
            "parameter": _parameter(baris),
            "fakta": _fakta(baris, bentuk),
        },
    }
    return beri(
        skema, Uraian(judul, "\n\n".join(_uraian(baris)), potongan={"fakta": "$1", "bukti": [isian_bukti(2)]})
    )


def _parameter(baris: BarisKunci) -> Json:
    milik = baris.milik
    arti = {0: "Belum memenuhi tingkat 1." if milik else "Tidak dinilai."}
    for tingkat in TINGKAT_POSITIF:
        uraian = milik.uraian_tingkat.get(tingkat) if milik else None
        poin = f" ({angka_rapi(milik.bobot * tingkat)} poin)" if milik and milik.bobot is not None else ""
        arti[tingkat] = f"{uraian or f'Tingkat {tingkat}'}{poin}."
    return beri(boleh_kosong(skema_pilihan(arti, "integer")), uraian_kunci(Entri, "parameter"))


def _fakta(baris: BarisKunci, bentuk: Bentuk | None) -> Json:
    pilihan = bentuk.arti if bentuk else {}
    uraian = _uraian_fakta(bentuk)
    butir = uraikan_aturan(baris.milik.aturan).butir if baris.milik and baris.milik.aturan else ()
    arti = {kata: _arti(baris, kata, isi, butir) for kata, isi in pilihan.items()}
    umum = [satu for satu in butir if satu.pilihan not in pilihan]
    isi = "\n\n".join((uraian.isi, *_cara(baris, umum)))
    return beri(skema_fakta(bentuk, arti, baris.tahun), uraian._replace(isi=isi))


def _uraian_fakta(bentuk: Bentuk | None) -> Uraian:
    """Judul dan uraian bentuknya sendiri; yang tidak baku memakai uraian kunci ``fakta``."""
    if bentuk is None or not bentuk.isi:
        return uraian_kunci(Entri, "fakta")
    return Uraian(bentuk.judul, bentuk.isi)


def _arti(baris: BarisKunci, kata: str, arti: str, butir: Iterable[ButirAturan]) -> str:
    tulisan = arti or f"{kata.replace('_', ' ').capitalize()}."
    milik = [": ".join(filter(None, (satu.hal, satu.isi))) for satu in butir if satu.pilihan == kata]
    if milik:
        return f"{tulisan} Pada {baris.tahun_tabel}: {'; '.join(milik)}."
    dinilai = isinstance(baris.milik.aturan, AturanJumlah | None) if baris.milik else True
    return tulisan if dinilai else f"{tulisan} Tidak dinilai pada {baris.tahun_tabel}."


def _cara(baris: BarisKunci, butir: Iterable[ButirAturan]) -> Iterator[str]:
    """Alinea cara fakta menjadi tingkat, beserta contohnya."""
    if baris.milik is None or baris.milik.aturan is None:
        return
    tahun = baris.tahun_tabel
    cara = f"Pada {tahun}: {uraikan_aturan(baris.milik.aturan).cara}."
    isi = "\n".join([cara, *(f"- {satu.label}: {satu.isi}" for satu in butir)])
    yield isi
    if "T-" in isi:
        yield f"T-0 = {tahun}, T-1 = {tahun - 1}, T-2 = {tahun - 2}."
    if contoh := contoh_fakta(baris.milik, tahun):
        yield f"Contoh: `{tulis_fakta(contoh[0])}` (tingkat {contoh[1]})."


def _uraian(baris: BarisKunci) -> Iterator[str]:
    """Alinea uraian sebuah baris: kedudukan, tingkat, bukti, catatan, kepastian, dan sumber."""
    milik = baris.milik
    if milik is None:
        yield f"Tidak ada dalam tabel {baris.tahun}: boleh ditulis, tidak menambah skor."
        return
    if baris.tahun_tabel != baris.tahun:
        yield f"Tidak ada dalam tabel {baris.tahun}; berikut menurut {baris.tahun_tabel}."
    yield " · ".join([f"**{baris.tahun_tabel}** nomor {milik.nomor}", *ciri(milik)])
    if milik.tingkat:
        yield "\n".join(f"- **{tingkat}** {isi}" for tingkat, isi in milik.uraian_tingkat.items())
    if milik.bukti or milik.format_bukti:
        yield _bukti(milik)
    if milik.catatan:
        yield "\n".join(["Catatan:", *(f"- {satu}" for satu in milik.catatan)])
    if milik.aturan_lain:
        lain = "; ".join(satu.keterangan for satu in milik.aturan_lain)
        yield f"Lembar lain: {lain}. Bila tingkatnya berbeda, yang rendah dihitung."
    sumber = ", ".join(milik.sumber) or "tidak ada"
    yield f"Sumber: {sumber} (lihat `indeks metode tunjuk {baris.tahun_tabel}`)."


def _bukti(milik: Indikator) -> str:
    ukuran = f", paling besar {milik.ukuran_maks_mb} MB" if milik.ukuran_maks_mb else ""
    bentuk = f" ({', '.join(milik.format_bukti)}{ukuran})" if milik.format_bukti else ""
    return f"Bukti: {milik.bukti or 'tidak dirinci'}{bentuk}."
