@display
Feature: Asking the meter with a test token
  Test tokens are public, work on every meter and change nothing. They are how a customer, a clerk on the telephone
  or an inspector asks a meter what it is.

  Background:
    Given a meter with key revision 1 on base date 1993
    And the meter holds 10.0 kWh

  Rule: A test token is accepted and answered on the second line

    Scenario: The key revision
      When the customer keys in "1844 6744 0738 4377 2416"
      Then the display reads:
        """
        Accept
        1
        """
      And the meter holds 10.0 kWh

    Scenario: The key revision, asked with the token for thirteen-digit meters
      When the customer keys in "0115 2921 5391 0083 8034"
      Then the display reads:
        """
        Accept
        1
        """

    Scenario Outline: <what>
      When the customer keys in "<token>"
      Then the display shows "<answer>"
      And the meter holds 10.0 kWh

      Examples:
        | what                    | token                    | answer        |
        | The load switch         | 0000 0000 0001 5099 7584 | Switch closed |
        | The tariff index        | 3689 3488 1475 5332 2496 | 01            |
        | The maximum power limit | 0000 0000 0012 0797 4400 | none          |
        | The tamper status       | 0000 0000 0022 8172 8512 | Tamper 0      |
        | The cipher              | 0000 0000 1375 7317 3770 | 07            |
        | The supply group        | 0000 0000 5498 9003 4216 | 123456        |
        | The key expiry          | 0000 0001 0996 4584 8124 | 255           |
        | The meter number        | 0000 0002 1991 5747 5960 | 00000000000   |

    Scenario Outline: Test <test>
      Given the token for test <test>
      When the customer keys in the token
      Then the display shows "<answer>"
      And the meter holds 10.0 kWh

      Examples: the display, the keypad, the software, what no electricity meter has, and how many codes an update takes
        | test | answer           |
        | 2    | 8888888888888888 |
        | 6    | Keypad           |
        | 10   | HilBench 0.1     |
        | 12   | none             |
        | 13   | none             |
        | 15   | 2                |

    Scenario Outline: Test <test> on a meter with the EA11 cipher
      Given a meter with:
        | name           | value  |
        | encryption     | EA11   |
        | key derivation | DKGA04 |
      And the token for test <test>
      When the customer keys in the token
      Then the display shows "<answer>"

      Examples:
        | test | answer |
        | 14   | 11     |
        | 15   | 4      |

    Scenario: The energy delivered so far, a started tenth included
      When the load draws 1450 W for 1 hour
      And the customer keys in "0000 0000 0002 0132 8896"
      Then the display shows "1.5 kWh"
      And the meter holds 8.6 kWh

    Scenario: The power drawn at this moment
      Given the token for test 9
      When the load draws 1450 W from now on
      And the customer keys in the token
      Then the display shows "1450 W"

    Scenario: The power drawn at this moment while the load switch is open
      Given a clear credit token "clear"
      And the token for test 9
      When the load draws 1450 W from now on
      And the customer keys in token "clear"
      And the customer keys in the token
      Then the display shows "0 W"

    Scenario: The tamper status while a tamper is latched
      Given the tamper is latched
      When the customer keys in "0000 0000 0022 8172 8512"
      Then the display shows "Tamper 1"

  Rule: The token for all tests shows one answer after the other

    Scenario: The first two answers of all tests
      When the customer keys in "5649 3153 7254 5031 3471"
      Then the display reads:
        """
        Accept
        Switch closed
        """
      When 4 seconds pass
      Then the display reads:
        """
        Accept
        8888888888888888
        """
