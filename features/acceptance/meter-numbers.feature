@acceptance
Feature: Meter numbers of eleven and thirteen digits
  Older meters have a number of eleven digits, two of them for the maker, newer ones thirteen with four. The last digit
  checks the others, so a number that was read wrongly is noticed by whoever sells the token, before it costs money.
  (Source: IEC 62055-41, MeterPAN and DRN; Eskom's page of specifications asks for both lengths in upload files.)

  Rule: A meter takes the tokens sold for its number, written with eleven, thirteen or eighteen digits

    Scenario Outline: Meter <meter>, token sold for <sold for>
      Given a meter with:
        | name         | value   |
        | meter number | <meter> |
      And a 25.6 kWh credit token for a meter with:
        | name         | value      |
        | meter number | <sold for> |
      When the customer keys in the token
      Then the meter accepts it
      And the meter holds 25.6 kWh

      Examples:
        | meter              | sold for           |
        | 11111111115        | 600727111111111153 |
        | 600727111111111153 | 11111111115        |
        | 0100000000008      | 000001000000000082 |
        | 000001000000000082 | 0100000000008      |

  Rule: A meter refuses tokens sold for another number, whatever its length

    Scenario Outline: Meter <meter>, token sold for <sold for>
      Given a meter with:
        | name         | value   |
        | meter number | <meter> |
      And the meter holds 10.0 kWh
      And a 25.6 kWh credit token for a meter with:
        | name         | value      |
        | meter number | <sold for> |
      When the customer keys in the token
      Then the meter refuses it
      And the meter holds 10.0 kWh

      Examples:
        | meter         | sold for      |
        | 11111111115   | 00000000000   |
        | 0100000000008 | 0100000000016 |
        | 0100000000008 | 11111111115   |
        | 11111111115   | 0100000000008 |

  Rule: The meter shows its number with all its digits, without what vending puts around it

    Scenario Outline: Meter <number>
      Given a meter with:
        | name         | value    |
        | meter number | <number> |
      And the token for test 18
      When the customer keys in the token
      Then the display shows "<number>"

      Examples:
        | number        |
        | 11111111115   |
        | 0100000000008 |

    Scenario: By the short code of a CIU
      Given a meter with:
        | name         | value         |
        | profile      | kplc-ciu      |
        | meter number | 0100000000008 |
      When the customer presses "804#"
      Then the display shows "0100000000008"

  Rule: A meter answers the test tokens of its maker, be the maker's number of two digits or of four

    Scenario Outline: Meter <number> and the token for maker <maker>
      Given a meter with:
        | name         | value    |
        | meter number | <number> |
      And the token for test 4 of maker <maker>
      When the customer keys in the token
      Then the meter <answer> it

      Examples:
        | number        | maker | answer  |
        | 11111111115   | 11    | accepts |
        | 11111111115   | 12    | refuses |
        | 0100000000008 | 100   | accepts |
        | 0100000000008 | 101   | refuses |
