@keypad
Feature: Short codes
  A few keys ask the meter for its number or its key revision. They must never be taken for a token, nor a token for
  them.

  Rule: A short code is answered and changes nothing

    Scenario Outline: <keys> on a meter of the profile <profile>
      Given a meter with:
        | name         | value     |
        | profile      | <profile> |
        | supply group | 123456    |
      And the meter holds 10.0 kWh
      When the customer presses "<keys>"
      Then the display shows "<answer>"
      And the meter holds 10.0 kWh

      Examples:
        | profile    | keys  | answer      |
        | kplc-ciu   | 804#  | 00000000000 |
        | landis-gyr | i057  | 1.2         |
        | landis-gyr | i060  | 123456      |
        | conlog     | #005# | 1           |
        | conlog     | #078# | 0           |

    Scenario: The number of the last result
      Given a meter with:
        | name    | value  |
        | profile | conlog |
      And a 25.6 kWh credit token
      When the customer keys in the token
      And the customer keys in the token
      And the customer presses "#078#"
      Then the display shows "10"
      And the meter holds 25.6 kWh

    Scenario: The supply group after the update
      Given a meter with:
        | name    | value      |
        | profile | landis-gyr |
      And the two key change codes to key revision 2 on base date 2014
      When the customer keys in code 1
      And the customer keys in code 2
      And the customer presses "i060"
      Then the display shows "000000"

    Scenario: The number of the last result, after half of an update
      Given a meter with:
        | name    | value  |
        | profile | conlog |
      And the two key change codes to key revision 2 on base date 2014
      When the customer keys in code 1
      And the customer presses "#078#"
      Then the display shows "2"

    Scenario: The number of the last result, after an incomplete entry
      Given a meter with:
        | name    | value  |
        | profile | conlog |
      When the customer presses "1844 #"
      And the customer presses "#078#"
      Then the display shows "6"

  Rule: What is no short code is an incomplete entry

    Scenario: A number that means nothing
      Given a meter with:
        | name    | value    |
        | profile | kplc-ciu |
      And the meter holds 10.0 kWh
      When the customer presses "805#"
      Then the display shows "Incomplete"
      And the meter holds 10.0 kWh

    Scenario: A question that no meter answers
      Given a meter with:
        | name    | value      |
        | profile | landis-gyr |
      And the meter holds 10.0 kWh
      When the customer presses "i 9"
      Then the display shows "Incomplete"
      And the meter holds 10.0 kWh

    Scenario: A meter that has no short codes
      Given the meter holds 10.0 kWh
      When the customer presses "804#"
      Then the display shows "Incomplete"
      And the meter holds 10.0 kWh

  Rule: A short code in the middle of a token is no short code

    Scenario: A token that begins with the digits of a short code
      Given a meter with:
        | name    | value    |
        | profile | kplc-ciu |
      And the meter holds 10.0 kWh
      When the customer presses "804"
      Then the display reads:
        """
        804
        """
      When the customer presses "4 4673 6677 0552 8322 #"
      Then the meter refuses it
      And the meter holds 10.0 kWh

    Scenario Outline: A token right after <keys> on a meter of the profile <profile>
      Given a meter with:
        | name    | value     |
        | profile | <profile> |
      And the meter holds 10.0 kWh
      And a 25.6 kWh credit token
      When the customer presses "<keys>"
      And the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh

      Examples:
        | profile    | keys |
        | kplc-ciu   | 804# |
        | landis-gyr | i057 |

  Rule: A short code that was begun can be given up

    Scenario: The first keys of a short code
      Given a meter with:
        | name    | value      |
        | profile | landis-gyr |
      When the customer presses "i 0 5"
      Then the display reads:
        """
        i05
        """

    Scenario: Backspace after the first keys
      Given a meter with:
        | name    | value      |
        | profile | landis-gyr |
      And the meter holds 10.0 kWh
      When the customer presses "i 0 5 *"
      Then the display reads:
        """
        10.0 kWh
        """

    Scenario: A pause of 31 seconds after the first keys
      Given a meter with:
        | name    | value      |
        | profile | landis-gyr |
      And the meter holds 10.0 kWh
      When the customer presses "i 0"
      And 31 seconds pass
      Then the display reads:
        """
        10.0 kWh
        """

  Rule: The answer to a short code stays for five seconds

    Background:
      Given a meter with:
        | name    | value      |
        | profile | landis-gyr |
      And the meter holds 10.0 kWh

    Scenario: Four seconds later
      When the customer presses "i057"
      And 4 seconds pass
      Then the display reads:
        """
        i057
        1.2
        """

    Scenario: Six seconds later
      When the customer presses "i057"
      And 6 seconds pass
      Then the display reads:
        """
        10.0 kWh
        """
