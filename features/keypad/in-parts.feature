@keypad
Feature: A bought token that is not typed in one go
  People look at the slip between the digits, answer the door, or are interrupted by a power cut. Whatever happens, the
  token that was paid for stays good until the meter has accepted it.

  Background:
    Given the meter holds 10.0 kWh
    And a 25.6 kWh credit token

  Rule: A pause that is not too long changes nothing

    Scenario: Every digit half a minute after the last
      When the customer keys in the token with 29 seconds between the keys
      Then the meter accepts it
      And the meter holds 35.6 kWh

    Scenario Outline: After <digits> digits somebody is at the door
      When the customer types the first <digits> digits of the token
      And 29 seconds pass
      And the customer keys in the remaining digits
      Then the meter accepts it
      And the meter holds 35.6 kWh

      Examples:
        | digits |
        | 1      |
        | 10     |
        | 19     |
        | 20     |

  Rule: After a pause that is too long both parts are incomplete, and the token is still good

    Scenario: Half a minute too late
      When the customer types the first 10 digits of the token
      And 31 seconds pass
      Then the display shows "Incomplete" within 31 seconds
      When the customer keys in the remaining digits
      Then the display shows "Incomplete"
      And the display does not show "Accept"
      And the credit is unchanged
      When the customer keys in the token
      Then the meter accepts it

    Scenario: Too slow all the time
      When the customer keys in the token with 31 seconds between the keys
      Then the display does not show "Accept"
      And the credit is unchanged

  Rule: A power cut in the middle takes the digits and nothing else

    Scenario Outline: After <digits> digits
      Given a meter in one piece
      When the customer types the first <digits> digits of the token
      And the mains fails for 10 seconds
      Then line 1 reads "10.0 kWh"
      When the customer keys in the remaining digits
      Then the display shows "Incomplete"
      And the credit is unchanged
      When the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh

      Examples:
        | digits |
        | 1      |
        | 10     |
        | 19     |

    Scenario: With all digits typed, and Enter not pressed
      Given a meter in one piece
      When the customer types the first 20 digits of the token
      And the mains fails for 10 seconds
      And the customer presses Enter
      Then the display does not show "Accept"
      And the credit is unchanged

    Scenario: In the middle of a code of an update
      Given the two key change codes to key revision 2 on base date 2014
      When the customer keys in code 1
      And the customer types the first 10 digits of code 2
      And the mains fails for 10 seconds
      And the customer keys in the remaining digits
      Then the key revision is 1
      And the base date is 1993
      And the credit is unchanged

  Rule: A slip is taken back, and the rest is typed on

    Scenario: One digit too many in the middle
      When the customer types the first 12 digits of the token
      And the customer presses "9 *"
      And the customer keys in the remaining digits
      Then the meter accepts it

    Scenario: The same key in a fury
      When the customer types the first 3 digits of the token
      And the customer presses "5" 9 times
      And the customer presses "*" 9 times
      And the customer keys in the remaining digits
      Then the meter accepts it
      And the meter holds 35.6 kWh

    Scenario: Twenty times the same digit is no token
      When the customer presses "5" 20 times
      And the customer presses Enter
      Then the meter refuses it
      And the credit is unchanged
