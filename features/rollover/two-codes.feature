@rollover
Feature: The two-code update
  In 2024 every prepaid meter needed new keys before its token dates ran out. The customer typed two codes. A
  mistake must never cost credit or leave a meter that accepts nothing.

  Background:
    Given a meter with key revision 1 on base date 1993
    And the meter holds 12.5 kWh
    And the two key change codes to key revision 2 on base date 2014

  Rule: Both codes, in either order, move the meter to the new key and keep its credit

    @pi @pi3b
    Scenario: The codes are typed in order
      When the customer keys in code 1
      Then the meter asks for the other code
      And the display shows "Enter code 2"
      And the key revision is 1
      When the customer keys in code 2
      Then the meter accepts it
      And the key revision is 2
      And the meter holds 12.5 kWh

    @pi
    Scenario: The codes are typed the wrong way round
      When the customer keys in code 2
      Then the meter asks for the other code
      And the display shows "Enter code 1"
      And the key revision is 1
      When the customer keys in code 1
      Then the meter accepts it
      And the key revision is 2
      And the meter holds 12.5 kWh

    Scenario: The display tells the key revision before and after
      When the customer keys in "1844 6744 0738 4377 2416"
      Then the display shows "1"
      When the customer keys in code 1
      And the customer keys in code 2
      And the customer keys in "1844 6744 0738 4377 2416"
      Then the display shows "2"

  Rule: One code alone changes nothing

    Scenario: Only the first code is typed and then a token of the old key
      Given a 25.6 kWh credit token
      When the customer keys in code 1
      And the customer keys in the token
      Then the meter accepts it
      And the key revision is 1
      And the meter holds 38.1 kWh

    Scenario: The same code twice is still one code
      When the customer keys in code 1
      And the customer keys in code 1
      Then the meter asks for the other code
      And the display shows "Enter code 2"
      And the key revision is 1
      When the customer keys in code 2
      Then the meter accepts it
      And the key revision is 2

    Scenario: A mistyped second code
      When the customer keys in code 1
      And the customer keys in code 2 with digit 9 wrong
      Then the meter refuses it
      And the key revision is 1
      When the customer keys in code 2
      Then the meter accepts it
      And the key revision is 2
      And the meter holds 12.5 kWh

  Rule: The second code has ten minutes

    Scenario: Nine minutes between the codes
      When the customer keys in code 1
      And 9 minutes pass
      And the customer keys in code 2
      Then the meter accepts it
      And the key revision is 2

    Scenario: Eleven minutes between the codes
      When the customer keys in code 1
      And 11 minutes pass
      And the customer keys in code 2
      Then the meter asks for the other code
      And the display shows "Enter code 1"
      And the key revision is 1
      And the meter holds 12.5 kWh

    Scenario: Both codes again after the ten minutes ran out
      When the customer keys in code 1
      And 11 minutes pass
      And the customer keys in code 1
      And the customer keys in code 2
      Then the meter accepts it
      And the key revision is 2
      And the meter holds 12.5 kWh

    Scenario: Typing the first code again does not buy more time
      When the customer keys in code 1
      And 6 minutes pass
      And the customer keys in code 1
      And 6 minutes pass
      And the customer keys in code 2
      Then the meter asks for the other code
      And the key revision is 1

  Rule: Another token between the codes does no harm

    Scenario: A credit token between the codes
      Given a 25.6 kWh credit token
      When the customer keys in code 1
      And the customer keys in the token
      And the customer keys in code 2
      Then the meter accepts it
      And the key revision is 2
      And the meter holds 38.1 kWh

    Scenario: A test token between the codes
      When the customer keys in code 1
      And the customer keys in "1844 6744 0738 4377 2416"
      And the customer keys in code 2
      Then the meter accepts it
      And the key revision is 2

  Rule: A meter that was updated refuses the same codes

    Scenario: The two codes again
      When the customer keys in code 1
      And the customer keys in code 2
      Then the key revision is 2
      When the customer keys in code 1
      Then the meter refuses it
      When the customer keys in code 2
      Then the meter refuses it
      And the key revision is 2
      And the meter holds 12.5 kWh
