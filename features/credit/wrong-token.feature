@credit
Feature: Tokens that are not for this meter
  A token works on one meter only, and only as it was printed. A slip of the finger or a receipt from the neighbour
  must cost nothing: the meter says Reject, keeps what it has, and takes the right token afterwards.

  Background:
    Given a meter with key revision 1 on base date 1993
    And the meter holds 10.0 kWh

  Rule: One wrong digit and the token is rejected, wherever the digit stands

    Scenario Outline: Digit <position> is mistyped
      Given a 25.6 kWh credit token
      When the customer keys in the token with digit <position> wrong
      Then the meter refuses it
      And the meter holds 10.0 kWh

      Examples:
        | position |
        | 1        |
        | 2        |
        | 11       |
        | 20       |

    @pi
    Scenario: The right token after a mistyped one
      Given a 25.6 kWh credit token
      When the customer keys in the token with digit 7 wrong
      Then the meter refuses it
      When the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh

  Rule: A token for another meter is rejected

    Scenario Outline: The token was sold for another <name>
      Given a 25.6 kWh credit token "theirs" for a meter with:
        | name   | value   |
        | <name> | <value> |
      When the customer keys in token "theirs"
      Then the meter refuses it
      And the display shows "Reject"
      And the meter holds 10.0 kWh

      Examples:
        | name         | value              |
        | meter number | 600727111111111153 |
        | supply group | 654321             |
        | tariff index | 02                 |
        | key revision | 2                  |

  Rule: Twenty digits above the largest token number are rejected

    Scenario: Twenty nines
      When the customer keys in "9999 9999 9999 9999 9999"
      Then the meter refuses it
      And the display shows "Reject"
      And the meter holds 10.0 kWh
