"""Sebutan yang dipakai orang bagi kode data ini: label resmi tiap tahun, nama urusan, dan kata sehari-hari.

Sebuah sebutan boleh milik beberapa kode; pilihan di tempatnya yang memutuskan, dan yang tetap lebih dari satu
disebut semuanya. Sebutan yang maknanya tidak pasti sengaja tidak ada di sini.
"""

from __future__ import annotations

from indeksinovasi.inti.padanan.indikator import INDIKATOR, KUNCI
from indeksinovasi.inti.padanan.pilihan import PENETAPAN, PILIHAN_CATATAN, PILIHAN_FAKTA
from indeksinovasi.inti.padanan.urusan import NAMA_URUSAN

SEBUTAN = (PENETAPAN, PILIHAN_FAKTA, PILIHAN_CATATAN, KUNCI, INDIKATOR, NAMA_URUSAN)
